"""What the site says when a page cannot be shown."""
