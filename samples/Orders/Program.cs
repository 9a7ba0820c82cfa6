using ArchDsl;
using Samples.Orders;

return ArchDslApp.Run(args, app => new Orders(app, "Orders"));
