"""One year of Gemeente Waterveen, told in working days before today and acted out by the application's own actions."""
