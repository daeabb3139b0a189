
## Shutdown

When the backend stops, the plugin waits for the requests[#if offersActions] and actions[/#if] that are running, for up to 10 seconds, before the backend takes down what they need. Everything that comes later is refused with `503`, the health check too, so that load balancers look for another instance.

Whatever stops the backend has to leave it that time, in Kubernetes by `terminationGracePeriodSeconds`: the 10 seconds, and before them `backend.lifecycle.serverShutdownDelay` of the app's configuration, during which everything is still served.

