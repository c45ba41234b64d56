export const welcome = async (event) => event;
