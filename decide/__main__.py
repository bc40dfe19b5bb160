"""``python -m decide`` and the console command ``decide``."""

from decide.cli.main import main

if __name__ == "__main__":
    main()
