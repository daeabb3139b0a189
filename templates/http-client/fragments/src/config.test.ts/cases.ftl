
  it.each([
    [undefined, 10_000],
    ['5s', 5000],
    ['PT1M', 60_000],
    [{ minutes: 5 }, 300_000],
  ])('reads the timeout %j', (timeout, milliseconds) => {
    expect(read({ ...required, timeout }).timeout).toBe(milliseconds);
  });

  it.each(['', '5', 'soon', '0s', '6m', 5, {}, { minutes: 0 }, { minute: 1 }])(
    'names the timeout when it is %j',
    timeout => {
      expect(() => read({ ...required, timeout })).toThrow("'[=plugin.camel].timeout'");
    },
  );
