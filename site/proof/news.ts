/** The name under which the development server tells proof pages that content has changed. */
export const NEWS = "gongbao:content";
