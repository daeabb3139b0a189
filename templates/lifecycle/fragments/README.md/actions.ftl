[#assign running = ["requests"] + offersActions?then(["actions"], []) + runsTasks?then(["tasks"], []) + exchangesEvents?then(["event handlers"], [])]

## Shutdown

When the backend stops, the plugin waits for the [#list running as work][=work][#sep][#if work?counter == running?size - 1] and [#else], [/#if][/#sep][/#list] that are running, for up to 10 seconds, before the backend takes down what they need. Every request[#if offersActions] and action[/#if] that comes later is refused with `503`, the health check too, so that load balancers look for another instance.

Whatever stops the backend has to leave it that time, in Kubernetes by `terminationGracePeriodSeconds`: the 10 seconds, and before them `backend.lifecycle.serverShutdownDelay` of the app's configuration, during which everything is still served.

