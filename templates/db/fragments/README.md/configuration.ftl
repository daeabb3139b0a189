The plugin keeps its [=resource.many.text] in a database of its own, which `backend.database` of the app's configuration provides, and brings its tables up to date when it starts.
