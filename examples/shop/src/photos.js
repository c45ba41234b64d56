export const resize = async (event) => ({ done: event });
