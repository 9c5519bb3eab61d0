// Stands in for the theme's script of 1.5 MB with all icons: icons.css has the few that the pages use.
