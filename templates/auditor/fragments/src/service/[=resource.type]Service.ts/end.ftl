    }[#if verb == "create"], ({ id }) => ({ id })[/#if]);
