/** The ways into the gazette, as the menus name them. */
export const sections = [
  { text: "文件", path: "/documents/" },
  { text: "任务", path: "/tasks/" },
  { text: "人事", path: "/appointments/" },
  { text: "大事记", path: "/chronicle/" },
  { text: "机构", path: "/organizations/" },
  { text: "人物", path: "/people/" },
  { text: "文号", path: "/numbers/" },
] as const;

export const servicePages = [
  { text: "关于公报", path: "/about/" },
  { text: "无障碍声明", path: "/accessibility/" },
  { text: "数据下载", path: "/data/" },
] as const;
