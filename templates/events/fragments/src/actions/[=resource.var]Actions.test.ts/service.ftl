        events: mockServices.events(),
