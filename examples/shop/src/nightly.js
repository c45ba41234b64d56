export const main = async (event) => ({ done: event });
