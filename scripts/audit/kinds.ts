/** One page of each kind, of the gazette whose seed is in the repository. */

/** `reading`: what people come to read, which must stay light. */
export type Kind = { name: string; path: string; reading: boolean };

const kind = (name: string, path: string, reading = true): Kind => ({ name, path, reading });

export const KINDS: Kind[] = [
  kind("首页", "/"),
  kind("期", "/2021-03/"),
  kind("文件", "/2021-03/pzf-2021-56/"),
  kind("文件（责任清单）", "/2021-03/pzbf-2021-36/"),
  kind("文件（最长，82 行表）", "/2021-03/pzbf-2021-40/"),
  kind("文件（任务最多）", "/2021-03/pzbf-2021-46/"),
  kind("文件（分配表）", "/2021-03/pzbf-2021-52/"),
  kind("原文对照", "/2021-03/pzf-2021-60/source/"),
  kind("任务表（分配）", "/2021-03/pzbf-2021-52-tasks-1/"),
  kind("任务表（文中）", "/2021-03/pzbf-2021-46-tasks-1/"),
  kind("任务表（指标）", "/2021-03/pzf-2021-60-tasks-2/"),
  kind("任免", "/2021-03/pzgf-2021-12/"),
  kind("大事记", "/2021-03/chronicle/"),
  kind("全部文件", "/documents/"),
  kind("全部任务", "/tasks/"),
  kind("一期任务", "/tasks/2021-03/"),
  kind("一年文件", "/documents/2021/"),
  kind("全部任免", "/appointments/"),
  kind("全部大事记", "/chronicle/"),
  kind("全部机构", "/organizations/"),
  kind("机构", "/organizations/xian-cai-zheng-ju/"),
  kind("合称", "/organizations/ge-xiang-zhen/"),
  kind("全部人物", "/people/"),
  kind("人物", "/people/kou-xue-wen/"),
  kind("文号", "/numbers/"),
  kind("检索", "/search/?q=农药包装废弃物", false),
  kind("数据", "/data/"),
  kind("一期数据", "/data/2021-03/"),
  kind("关于", "/about/"),
  kind("无障碍声明", "/accessibility/"),
  kind("没有的页面", "/404.html"),
];
