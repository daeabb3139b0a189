[#if resource.changes]
        events: mockServices.events(),
[/#if]
