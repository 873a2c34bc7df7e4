// keeps the shell at hand
