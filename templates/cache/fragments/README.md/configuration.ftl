
What a user owns through is asked of the auth backend and kept in the cache for a minute, so a membership that ends counts for up to a minute more. `backend.cache` of the app's configuration says where the cache is; without it, each instance of the backend keeps its own in memory. A cache that fails is logged and gone around.
