// verdict: violation
// origin: open
// channel: research
// source: Customer.Note
// proof: reaches
// why: A helper wraps support's function into one that remembers its answers in a captured dictionary.
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.Memoised;

public static class Memo
{
    public static Func<TKey, TValue> Remember<TKey, TValue>(Func<TKey, TValue> function)
        where TKey : notnull
    {
        var known = new Dictionary<TKey, TValue>();
        return key =>
        {
            if (!known.TryGetValue(key, out var value))
                known[key] = value = function(key);
            return value;
        };
    }
}

[ForPurpose("support")]
public static class Journal
{
    public static Func<Customer, string> LastEntry { get; } = Memo.Remember<Customer, string>(static customer => customer.Note);
}

[ForPurpose("research")]
public static class Interviews
{
    public static void Prepare(Customer customer)
    {
        var entry = Journal.LastEntry(customer); //! ECRM2002
        Use.Research(entry);
    }
}

public static class Case
{
    public static void Run() => Interviews.Prepare(Customers.Ada());
}
