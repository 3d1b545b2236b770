using Fabrikam.Crm.Web;

await CrmApplication.Create(args).RunAsync();
