"""The frame around every page: head, banner, navigation, the day, the feet."""
