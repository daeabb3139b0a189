import { InputError } from '@backstage/errors';

  /** Who is to own something: the user or a group of the user's. A service says for whom it acts. */
  async ownerFor(owner: string | undefined, credentials: BackstageCredentials): Promise<string> {
    const ref = this.ref(credentials);
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      if (owner === undefined) {
        throw new InputError('owner: a service has to name one');
      }
      return owner;
    }
    if (owner === undefined || owner === ref) {
      return ref;
    }
    const { ownershipEntityRefs } = await this.whoami({ credentials });
    if (!ownershipEntityRefs.includes(owner)) {
      throw new NotAllowedError(`Only those who belong to '${owner}' can make it an owner`);
    }
    return owner;
  }
