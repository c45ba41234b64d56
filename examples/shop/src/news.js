export const mail = async (event) => ({ done: event });
