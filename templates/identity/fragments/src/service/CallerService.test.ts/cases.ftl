
  it.each([
    [undefined, 'user:default/ann'],
    ['user:default/ann', 'user:default/ann'],
    ['group:default/team-a', 'group:default/team-a'],
  ])('lets a user own for %s', async (owner, expected) => {
    const credentials = mockCredentials.user('user:default/ann');

    await expect(callers.ownerFor(owner, credentials)).resolves.toBe(expected);
  });

  it.each([undefined, 'user:default/ann'])('does not ask what a user belongs to who is to own for %s', async owner => {
    const userInfo = mockServices.userInfo.mock();
    const ann = new CallerService({
      auth: mockServices.auth(),
      userInfo,
[@hole name="options"/]
    });

    await ann.ownerFor(owner, mockCredentials.user('user:default/ann'));

    expect(userInfo.getUserInfo).not.toHaveBeenCalled();
  });

  it('lets no user give something to strangers', async () => {
    const credentials = mockCredentials.user('user:default/ann');

    await expect(callers.ownerFor('group:default/team-b', credentials)).rejects.toThrow(
      "Only those who belong to 'group:default/team-b' can make it an owner",
    );
  });

  it('lets a service name the owner, which it has to', async () => {
    const credentials = mockCredentials.service('plugin:other');

    await expect(callers.ownerFor('group:default/team-b', credentials)).resolves.toBe('group:default/team-b');
    await expect(callers.ownerFor(undefined, credentials)).rejects.toThrow('owner: a service has to name one');
  });

  it('lets nobody else own anything', async () => {
    await expect(callers.ownerFor('group:default/team-b', mockCredentials.none())).rejects.toThrow(
      'Only users and services are served',
    );
  });
