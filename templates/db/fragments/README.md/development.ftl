
Change the tables with a new file in `migrations/`; files that were released stay as they are.
