[#if resource.changes]
          events,
[/#if]
