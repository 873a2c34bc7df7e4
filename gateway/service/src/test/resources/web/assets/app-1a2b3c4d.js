export const page = "small";
