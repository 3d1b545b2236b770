// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Note
// proof: reaches
// why: Every registered enricher fills in its part of the context; the last service reads the part that support filled in.
using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace PurposeBench.Cases.Services.AllEnrichers;

public sealed class VisitContext
{
    public string Page { get; set; } = "";

    public string Remark { get; set; } = "";
}

public interface IEnricher
{
    void Enrich(VisitContext context, Customer customer);
}

public sealed class PageEnricher : IEnricher
{
    public void Enrich(VisitContext context, Customer customer) => context.Page = "/help";
}

[ForPurpose("support")]
public sealed class RemarkEnricher : IEnricher
{
    public void Enrich(VisitContext context, Customer customer) => context.Remark = customer.Note;
}

[ForPurpose("analytics")]
public sealed class Funnel(IEnumerable<IEnricher> enrichers)
{
    public void Track(Customer customer)
    {
        var context = new VisitContext();
        foreach (var enricher in enrichers)
            enricher.Enrich(context, customer);
        Use.Analytics(context.Page);
        Use.Analytics(context.Remark); //! ECRM2002
    }
}

public static class Case
{
    public static void Run()
    {
        using var provider = new ServiceCollection()
            .AddSingleton<IEnricher, PageEnricher>().AddSingleton<IEnricher, RemarkEnricher>().AddSingleton<Funnel>()
            .BuildServiceProvider();
        provider.GetRequiredService<Funnel>().Track(Customers.Ada());
    }
}
