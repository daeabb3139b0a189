import { readThrough } from './readThrough';
    // For this long, a user who leaves a group still owns through it.
    const ttl = { minutes: 1 };
    const ownershipEntityRefs = await readThrough(this.#cache, `ownership:${ref}`, { ttl, logger: this.#logger }, async () => {
      const userInfo = await this.#userInfo.getUserInfo(credentials);
      return userInfo.ownershipEntityRefs;
    });
