// verdict: violation
// origin: blind
// channel: marketing
// source: Customer.Email
// proof: reaches
// why: An iterator runs while the wrong code enumerates it, page by page.
using Ethics.Crm;

namespace PurposeBench.Cases.Async.B07LazyIteratorPages;

[ForPurpose("billing")]
public static class ReminderRun
{
    public static IEnumerable<string[]> Pages(IEnumerable<Customer> debtors, int size)
    {
        var page = new List<string>(size);
        foreach (var debtor in debtors)
        {
            page.Add(debtor.Email);
            if (page.Count < size)
                continue;
            yield return page.ToArray();
            page.Clear();
        }

        if (page.Count > 0)
            yield return page.ToArray();
    }
}

[ForPurpose("marketing")]
public static class LookalikeAudience
{
    public static void Build(IEnumerable<Customer> seeds)
    {
        var upload = string.Join(';', ReminderRun.Pages(seeds, 50).SelectMany(page => page)); //! ECRM2002
        Use.Marketing(upload);
    }
}

public static class Case
{
    public static void Run() => LookalikeAudience.Build([Customers.Ada()]);
}
