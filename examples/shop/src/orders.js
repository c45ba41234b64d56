export const take = async (event) => ({ done: event });

export const create = async (event) => ({ statusCode: 200, body: JSON.stringify([]) });

export const ship = async (event) => ({ done: event });

export const pack = async (event) => ({ done: event });
