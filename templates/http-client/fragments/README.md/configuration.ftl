
A request that the service answers with `429` or `5xx` is repeated twice at most, after growing pauses or when its `Retry-After` says so, unless that is more than 5 seconds away. Redirects are not followed. Callers get a `503` that says no more; the reason is in the log.

