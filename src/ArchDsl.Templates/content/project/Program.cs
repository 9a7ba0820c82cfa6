using ArchDsl;
using Template._1;

return ArchDslApp.Run(args, app => new Template__1Architecture(app, "Template__1"));
