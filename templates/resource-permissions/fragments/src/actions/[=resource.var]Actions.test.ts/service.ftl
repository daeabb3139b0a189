[#if resource.can.list]
        toCriteria: jest.fn(),
[/#if]
