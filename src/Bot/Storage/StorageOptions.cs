using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Bot.Storage;

/// <summary>The section <c>Storage</c> of the settings.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>A SQLite connection string; the folder of its file is made where it is missing.</summary>
    public string ConnectionString { get; set; } = "Data Source=data/bot.db";
}

internal sealed class StorageOptionsCheck : IValidateOptions<StorageOptions>
{
    private const string Example = "write \"Data Source=data/bot.db\".";

    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        try
        {
            return Problem(new SqliteConnectionStringBuilder(options.ConnectionString)) is { } problem
                ? ValidateOptionsResult.Fail($"Storage:ConnectionString {problem}: {Example}")
                : ValidateOptionsResult.Success;
        }
        catch (ArgumentException problem)
        {
            return ValidateOptionsResult.Fail($"Storage:ConnectionString is no SQLite connection string ({problem.Message}): {Example}");
        }
    }

    private static string? Problem(SqliteConnectionStringBuilder connection) =>
        connection.DataSource.Length == 0 || connection.DataSource == ":memory:" || connection.Mode == SqliteOpenMode.Memory
            ? "names no file, and what is kept in memory is gone with the process"
        : connection.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase) || connection.DataSource.StartsWith('|')
            ? "takes the plain path of a file"
        : connection.Mode == SqliteOpenMode.ReadOnly ? "can't be Mode=ReadOnly, because the bot writes"
        : connection.Cache == SqliteCacheMode.Shared ? "can't be Cache=Shared, where those who read lock out those who write"
        : connection.Password.Length > 0 ? "can't have a Password, because the file is not encrypted"
        : null;
}
