import { AuthService, BackstageCredentials, UserInfoService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { Caller } from '../types';
[#assign ownership][@hole name="ownership"/][/#assign]

export interface CallerServiceOptions {
  auth: AuthService;
  userInfo: UserInfoService;
[@hole name="options"/]
}

/** Tells who is calling. */
export class CallerService {
  readonly #auth: AuthService;
  readonly #userInfo: UserInfoService;
[@hole name="members"/]

  constructor(options: CallerServiceOptions) {
    this.#auth = options.auth;
    this.#userInfo = options.userInfo;
[@hole name="constructor"/]
  }

  /** The entity reference of a user, or the subject of a service. */
  ref(credentials: BackstageCredentials): string {
    if (this.#auth.isPrincipal(credentials, 'user')) {
      return credentials.principal.userEntityRef;
    }
    if (this.#auth.isPrincipal(credentials, 'service')) {
      return credentials.principal.subject;
    }
    throw new NotAllowedError('Only users and services are served');
  }

  async whoami(options: { credentials: BackstageCredentials }): Promise<Caller> {
    const { credentials } = options;
    const ref = this.ref(credentials);
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      return { ref, ownershipEntityRefs: [] };
    }
[#if ownership?has_content]
[=ownership]
[#else]
    const { ownershipEntityRefs } = await this.#userInfo.getUserInfo(credentials);
[/#if]
    return { ref, ownershipEntityRefs };
  }
[@hole name="methods"/]
}
