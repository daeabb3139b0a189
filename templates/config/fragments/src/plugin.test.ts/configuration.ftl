baseUrl: 'https://api.example.com', token: 'abc-123',
