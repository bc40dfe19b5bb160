"""Page → html, md, text: how it looks."""
