  async count(): Promise<number> {
    const [{ count }] = await this.#rows().count({ count: '*' });
    return Number(count);
  }

