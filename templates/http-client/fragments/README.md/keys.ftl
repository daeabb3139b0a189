| `timeout` | How long a request to the service may take, for example `5s`, at most 5 minutes | 10 seconds |
