"""What the app owns, an object each: the session, the navigation, copying, the theme, the first and the last frame."""
