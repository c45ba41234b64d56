exports.main = async (event) => ({ got: event });
