[@hole name="shutdownMocks"/]
