using ArchDsl;
using Samples.MapleQuest;

return ArchDslApp.Run(args, app => new MapleQuest(app, "MapleQuest"));
