
What the plugin keeps lies in a database of its own, which `backend.database` of the app's configuration provides; the tables are brought up to date when it starts.
