namespace Ethics.Crm.Testing;

/// <summary>Assertions on reads, for every test framework: what fails throws <see cref="PurposeAssertionException"/>. Messages name members and purposes, never a value.</summary>
public static class PurposeAssert
{
    /// <summary>The read is refused, for whatever reason.</summary>
    /// <param name="read">What reads, in the scope around the call.</param>
    /// <returns>The refusal, to be looked at further.</returns>
    /// <exception cref="PurposeAssertionException">It was permitted.</exception>
    public static PurposeViolationException Refuses(Func<object?> read)
    {
        _ = read ?? throw new ArgumentNullException(nameof(read));
        try
        {
            read();
        }
        catch (PurposeViolationException refused)
        {
            return refused;
        }

        throw Permitted();
    }

    /// <summary>The read is refused for this reason.</summary>
    /// <exception cref="PurposeAssertionException">It was permitted, or refused for another reason.</exception>
    public static PurposeViolationException Refuses(Func<object?> read, Refusal refusal) => Because(Refuses(read), refusal);

    /// <summary>The read is refused for a purpose, for whatever reason.</summary>
    /// <exception cref="PurposeAssertionException">It was permitted.</exception>
    public static PurposeViolationException Refuses(string purpose, Func<object?> read)
    {
        using (PurposeScope.Enter(purpose))
            return Refuses(read);
    }

    /// <summary>The read is refused for a purpose and for this reason.</summary>
    /// <exception cref="PurposeAssertionException">It was permitted, or refused for another reason.</exception>
    public static PurposeViolationException Refuses(string purpose, Func<object?> read, Refusal refusal) => Because(Refuses(purpose, read), refusal);

    /// <summary>What runs comes to a refused read.</summary>
    /// <exception cref="PurposeAssertionException">It came to none, or to one that is refused for another reason.</exception>
    public static async Task<PurposeViolationException> RefusesAsync(Func<Task> run, Refusal? refusal = null)
    {
        _ = run ?? throw new ArgumentNullException(nameof(run));
        try
        {
            await run().ConfigureAwait(false);
        }
        catch (PurposeViolationException refused)
        {
            return Because(refused, refusal);
        }

        throw Permitted();
    }

    /// <summary>The read is permitted.</summary>
    /// <returns>What was read.</returns>
    /// <exception cref="PurposeAssertionException">It was refused; the message says why.</exception>
    public static T Permits<T>(Func<T> read)
    {
        _ = read ?? throw new ArgumentNullException(nameof(read));
        try
        {
            return read();
        }
        catch (PurposeViolationException refused)
        {
            throw new PurposeAssertionException($"Expected a permitted read, and it was refused ({refused.Refusal}): {refused.Message}", refused);
        }
    }

    /// <summary>The read is permitted for a purpose.</summary>
    /// <exception cref="PurposeAssertionException">It was refused; the message says why.</exception>
    public static T Permits<T>(string purpose, Func<T> read)
    {
        using (PurposeScope.Enter(purpose))
            return Permits(read);
    }

    /// <summary>A read of the member was recorded that enforcing would have refused.</summary>
    /// <param name="audit">What was recorded.</param>
    /// <param name="member">As messages name it: <c>Contact.Email</c>.</param>
    /// <param name="purpose">Null for whatever purpose, and for none.</param>
    /// <exception cref="PurposeAssertionException">None was; the message says which were.</exception>
    public static AuditedRead Audits(TestAudit audit, string member, string? purpose = null)
    {
        _ = audit ?? throw new ArgumentNullException(nameof(audit));
        var all = audit.Reads;
        return all.FirstOrDefault(read => read.Member == member && (purpose is null || read.Purpose == purpose))
            ?? throw new PurposeAssertionException($"Expected an audited read of '{member}'{(purpose is null ? "" : $" for '{purpose}'")}; there {(all.Count == 0 ? "was none" : "were: " + string.Join(", ", all))}.");
    }

    /// <summary>No read was recorded that enforcing would have refused.</summary>
    /// <exception cref="PurposeAssertionException">One was; the message says which.</exception>
    public static void AuditsNothing(TestAudit audit)
    {
        _ = audit ?? throw new ArgumentNullException(nameof(audit));
        if (audit.Reads is { Count: > 0 } all)
            throw new PurposeAssertionException($"Expected no audited read; there were: {string.Join(", ", all)}.");
    }

    private static PurposeViolationException Because(PurposeViolationException refused, Refusal? refusal) => refusal is null || refused.Refusal == refusal
        ? refused
        : throw new PurposeAssertionException($"Expected the refusal {refusal}, and it was {refused.Refusal}: {refused.Message}", refused);

    private static PurposeAssertionException Permitted() => new("Expected a refused read, and every read was permitted.");
}
