using ArchDsl;
using Samples.MapleQuestCurrent;

return ArchDslApp.Run(args, app => new MapleQuest(app, "MapleQuest"));
