using Ethics.Crm.Disclosures;

namespace Ethics.Crm;

/// <summary>Says what a request holds, where that cannot be seen: text, bytes, a stream, the address.</summary>
public static class DisclosureDeclarations
{
    /// <summary>The request carries data of this person. It is decided and recorded when it is sent through a client with <c>DisclosesTo</c>; elsewhere it means nothing.</summary>
    /// <param name="request">The request, address and headers included.</param>
    /// <param name="subject">Whom the data is about.</param>
    /// <param name="membersOrCategories">What it is: names as <see cref="IPurposeDecisions.Decide"/> takes them, at least one.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">No name, or a null or blank one; or the key names nobody.</exception>
    public static HttpRequestMessage Discloses(this HttpRequestMessage request, SubjectKey subject, params string[] membersOrCategories) => Add(request, nameof(request), subject, membersOrCategories);

    /// <summary>The same for a content, where the request is made by the client: <c>client.PostAsync(uri, content.Discloses(person, Categories.ContactEmail))</c>.</summary>
    /// <param name="content">The content.</param>
    /// <param name="subject">Whom the data is about.</param>
    /// <param name="membersOrCategories">What it is.</param>
    /// <returns>The content.</returns>
    /// <exception cref="ArgumentException">No name, or a null or blank one; or the key names nobody.</exception>
    public static HttpContent Discloses(this HttpContent content, SubjectKey subject, params string[] membersOrCategories) => Add(content, nameof(content), subject, membersOrCategories);

    /// <summary>The request carries no personal data.</summary>
    /// <param name="request">The request, address and headers included.</param>
    /// <returns>The request.</returns>
    public static HttpRequestMessage DisclosesNothing(this HttpRequestMessage request) => AddNothing(request, nameof(request));

    /// <summary>The content carries no personal data.</summary>
    /// <param name="content">The content.</param>
    /// <returns>The content.</returns>
    public static HttpContent DisclosesNothing(this HttpContent content) => AddNothing(content, nameof(content));

    private static T Add<T>(T sent, string name, SubjectKey subject, string[] membersOrCategories)
        where T : class
    {
        _ = sent ?? throw new ArgumentNullException(name);
        if (string.IsNullOrEmpty(subject.Id) || string.IsNullOrEmpty(subject.SubjectType))
            throw new ArgumentException("The person is not named: the key has no subject type or no id.", nameof(subject));
        if (membersOrCategories is null || membersOrCategories.Length == 0 || membersOrCategories.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("Name what is sent, each with a text: members (\"Contact.Email\") or categories (Categories.ContactEmail). Where nothing personal is, say DisclosesNothing().", nameof(membersOrCategories));
        DeclaredContents.Add(sent, subject, (string[])membersOrCategories.Clone());
        return sent;
    }

    private static T AddNothing<T>(T sent, string name)
        where T : class
    {
        DeclaredContents.AddNothing(sent ?? throw new ArgumentNullException(name));
        return sent;
    }
}
