export const count = async (event) => ({ done: event });
