"""Reports for a reader: the brief of a comparison and the dossier of quotes, as Markdown, HTML and PDF."""
