export const list = async (event) => ({ statusCode: 200, body: JSON.stringify([]) });

export const search = async (event) => ({ done: event });

export const indexed = async (event) => ({ done: event });
