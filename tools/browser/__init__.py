"""What the page that checks files in the browser runs, brought together when the site is built."""
