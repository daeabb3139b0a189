    /**
     * What the service is called where people see it.
     *
     * @visibility frontend
     */
    title?: string;

    /** Address of the service, http or https, without credentials in it. */
    baseUrl: string;

    /**
     * Token that the service knows the plugin by.
     *
     * @visibility secret
     */
    token?: string;
